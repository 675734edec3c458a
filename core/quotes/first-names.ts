/**
 * Common given names that tell "he" from "she". Data; names borne by both ("Jordan", "Leslie") are left out.
 */
export const womensNames = `
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna
michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela
emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce
virginia victoria lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara
madison frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa
diana natalie brittany charlotte marie kayla alexis lori hillary nikki theresa angela nancy condoleezza sonia elena ivanka melania
fatima aisha mariam leila layla zainab nadia yasmin amina priya anita sunita indira benazir malala mei yuki sakura olga natalia
svetlana irina tatiana ekaterina anastasia ursula christine marine ines lucia carmen rosa pilar sofia isabel ana claudia gabriela
giulia chiara francesca elena ingrid astrid freya sigrid greta heidi birgit monika agnieszka katarzyna ewa zofia chloe camille
brigitte simone nicola fiona siobhan aoife niamh eleanor harriet jane kate kelly tracy wendy jill gail rose peggy ellen eva molly karin kari liv marit anne ida annika johanna katarina hanna elin maja lena clara carla
lucy zoe naomi esther miriam tamara rita rhonda bonnie connie vicki tina wanda erin kristen kirsten allison caroline susanne
`
export const mensNames = `
james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven andrew
paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry
justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan
henry zachary douglas peter kyle noah ethan jeremy christian walter keith austin roger terry sean gerald carl dylan harold
jordan jesse bryan lawrence arthur gabriel bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy
bobby caleb bradley russell lucas bernie ted marco jeb rand chris mike mitch barack joe bill jim tom tim tony ron ben harry
mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim khalid abdullah mustafa yusuf bashar saddam recep vladimir
sergei dmitry ivan nikolai mikhail alexei boris igor yuri oleg viktor emmanuel francois jacques pierre jean-claude nicolas
hans klaus jurgen wolfgang stefan markus uwe dieter carlos luis miguel pedro pablo diego javier fernando rafael antonio manuel
giovanni giuseppe matteo luca marco silvio lars anders bjorn erik olaf henrik nils piotr tomasz andrzej jan pavel vaclav
xi wei li jun hiroshi kenji takashi shinzo narendra rahul amit arvind sanjay rajesh imran nawaz tariq benjamin binyamin ehud
shimon moshe yitzhak ariel avi nigel graham gordon trevor ian neil hugh simon stuart malcolm derek clive colin alastair rory
phil greg jeff doug dan dave steve rick rob bob dick chuck ed fred hank jay jon josh ken len matt max nick pat pete ray
sam stan todd vince will zach corey reince newt mitt paul lindsey ash leon colin dwight franklin abraham lyndon
`
