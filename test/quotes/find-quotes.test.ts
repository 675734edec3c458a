import { describe, expect, test } from '@jest/globals'
import { linesOf, readQuotes } from './read-quotes.ts'

type Case = [paragraph: string, lines: string[]]

describe('who said a quote', () => {
  test.each<Case>([
    [
      '“We will rebuild the pier,” said Mayor Ana Ruiz on Monday.',
      ['Ana Ruiz | said | We will rebuild the pier'],
    ],
    [
      'RIVERTON, Ohio (AP) — “We will rebuild the pier,” said Mayor Ana Ruiz on Monday.',
      ['Ana Ruiz | said | We will rebuild the pier'],
    ],
    ['“We will rebuild the pier,” Mayor Ana Ruiz said.', ['Ana Ruiz | said | We will rebuild the pier']],
    ['Mayor Ana Ruiz said, “We will rebuild the pier.”', ['Ana Ruiz | said | We will rebuild the pier.']],
    ['Mayor Ana Ruiz told reporters: “We will rebuild it.”', ['Ana Ruiz | told | We will rebuild it.']],
    ['“We will,” said Ana Ruiz, “rebuild the pier.”', ['Ana Ruiz | said | We will … rebuild the pier.']],
    [
      '“We will rebuild,” said Ana Ruiz, a nurse from Leeds. “It will take years.”',
      ['Ana Ruiz | said | We will rebuild … It will take years.'],
    ],
    ['“Really?” Ana Ruiz asked.', ['Ana Ruiz | asked | Really?']],
    [
      '"We will rebuild," said Ana Ruiz, adding: "It takes years."',
      ['Ana Ruiz | said | We will rebuild', 'Ana Ruiz | adding: | It takes years.'],
    ],
    [
      '‘We will rebuild,’ Ana Ruiz said. ‘It takes years.’',
      ['Ana Ruiz | said | We will rebuild … It takes years.'],
    ],
    ['«We will rebuild the pier», said Ana Ruiz.', ['Ana Ruiz | said | We will rebuild the pier']],
    ['„We will rebuild the pier“, said Ana Ruiz.', ['Ana Ruiz | said | We will rebuild the pier']],
    ['“They said ‘no’ twice,” Ana Ruiz said.', ['Ana Ruiz | said | They said ‘no’ twice']],
    [
      'Asked whether it would open, Ruiz replied: “Not this year.”',
      ['- | Asked | whether it would open', 'Ruiz | replied: | Not this year.'],
    ],
    [
      '“It was the worst night of my life,” the 34-year-old said.',
      ['the 34-year-old | said | It was the worst night of my life'],
    ],
    ["Ana Ruiz's lawyer, Tom Hale, said: “The claim is false.”", ['Tom Hale | said: | The claim is false.']],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('quotes over several paragraphs and lines', () => {
  test.each<Case>([
    [
      '“One pier is enough.\n\n“Two would be too many,” said Ana Ruiz.',
      ['Ana Ruiz | said | One pier is enough. … Two would be too many'],
    ],
    ['Ana Ruiz had this to say:\n\n“We tried everything.”', ['Ana Ruiz | to say: | We tried everything.']],
    [
      '“We tried everything,” Ana Ruiz said.\n\n“Nothing worked.”',
      ['Ana Ruiz | said | We tried everything', 'Ana Ruiz | - | Nothing worked.'],
    ],
    [
      '“We tried,” Ana Ruiz said.\n\nThe pier was built in 1902 and burned twice.\n\n“Nothing worked at all.”',
      ['Ana Ruiz | said | We tried', '- | - | Nothing worked at all.'],
    ],
    [
      'RUIZ: We will rebuild the pier.\n\nHALE: When will that be?\n\nRUIZ: In May.',
      ['RUIZ | : | We will rebuild the pier.', 'HALE | : | When will that be?', 'RUIZ | : | In May.'],
    ],
    [
      'Q: When will the pier open?\n\nA: In May, if all goes well.',
      ['- | : | When will the pier open?', '- | : | In May, if all goes well.'],
    ],
    [
      '— I am staying, said Ana Ruiz.\n\n— And so am I.',
      ['Ana Ruiz | said | I am staying', '- | - | And so am I.'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('what is reported without marks, or with some', () => {
  test.each<Case>([
    ['Ana Ruiz said that the pier would be rebuilt.', ['Ana Ruiz | said | that the pier would be rebuilt']],
    [
      'Ana Ruiz, who leads the council, has also said that the pier would be rebuilt.',
      ['Ana Ruiz | has also said | that the pier would be rebuilt'],
    ],
    ['The pier will be rebuilt, Ana Ruiz said.', ['Ana Ruiz | said | The pier will be rebuilt']],
    ['The pier, she said, will be rebuilt.', ['she | said | The pier … will be rebuilt']],
    [
      'According to Ana Ruiz, the pier will be rebuilt.',
      ['Ana Ruiz | According to | the pier will be rebuilt'],
    ],
    [
      'Ana Ruiz called the plan “a sham” and “a disgrace”.',
      ['Ana Ruiz | called | the plan “a sham” and “a disgrace”'],
    ],
    [
      'Ana Ruiz said the plan was “a sham” that cost millions.',
      ['Ana Ruiz | said | the plan was “a sham” that cost millions'],
    ],
    [
      'Ana Ruiz told the jury that engineers had found rust in the hooks.',
      ['Ana Ruiz | told | that engineers had found rust in the hooks'],
    ],
    ['Ana Ruiz vowed to rebuild the pier.', ['Ana Ruiz | vowed | to rebuild the pier']],
    ['Ana Ruiz criticised the plan for the harbour.', ['Ana Ruiz | criticised | the plan for the harbour']],
    [
      'The Ministry of Transport said the pier was closed, while residents blamed the council for its state.',
      [
        'Ministry of Transport | said | the pier was closed',
        'residents | blamed | the council for its state',
      ],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('where extractors go wrong', () => {
  test.each<Case>([
    ['The article read: “Nothing was done.”', ['The article | read: | Nothing was done.']],
    [
      '“The pier is lost,” one Democratic source on the panel told reporters.',
      ['one Democratic source on the panel | told | The pier is lost'],
    ],
    ['Rita Lee says Ana Ruiz is “a fraud.”', ['Rita Lee | says | Ana Ruiz is “a fraud.”']],
    ['Tom Hale described Ana Ruiz as “a fraud.”', ['Tom Hale | described | Ana Ruiz as “a fraud.”']],
    ['Ana Ruiz said that “the pier must go.”', ['Ana Ruiz | said | that “the pier must go.”']],
    [
      'Ana Ruiz said the pier has been “a burden” for years.',
      ['Ana Ruiz | said | the pier has been “a burden” for years'],
    ],
    [
      'Ana Ruiz described the work as “long” and the cost as “absurd.”',
      ['Ana Ruiz | described | the work as “long” and the cost as “absurd.”'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('what is no quote', () => {
  test.each([
    'He read “The Long Pier” on holiday.',
    'She starred in NBC’s “The Harbour.”',
    'The boat is 12" long and 5\' wide.',
    'The so-called “pier tax” was dropped.',
    'John “Jack” Hale retired.',
    "The workers' union and the '90s boom are gone.",
    'The pier opened in 1902 and closed last year.',
  ])('%s', paragraph => {
    expect(linesOf(paragraph)).toEqual([])
  })

  test('a subheading in marks', () => {
    const text =
      'Pier to be rebuilt\n\nThe council will rebuild the pier, it decided on Monday night.\n\n' +
      "'Grave doubts'\n\nThe work will take two years and cost more than planned, a report found."
    expect(readQuotes(text).quotes.map(quote => quote.text)).not.toContain('Grave doubts')
  })
})

describe('whether it was said at all', () => {
  test.each<[paragraph: string, assertion: string]>([
    ['Ana Ruiz said that the pier would close.', 'asserted'],
    ['Ana Ruiz did not say that the pier would close.', 'negated'],
    ['Ruiz never claimed the pier was safe.', 'negated'],
    ['Nobody said that the pier would close.', 'negated'],
    ['No official said that the pier would close.', 'negated'],
    ['Not only Ruiz said that the pier would close.', 'asserted'],
    ['No 10 said that the pier would close.', 'asserted'],
    ['Would Ana Ruiz say that the pier was safe?', 'questioned'],
    ['Ana Ruiz might say that the pier was safe.', 'hypothetical'],
    ['If Ana Ruiz says the pier is safe, residents will return.', 'hypothetical'],
  ])('%s: %s', (paragraph, assertion) => {
    const { quotes } = readQuotes(`The council met on Monday.\n\n${paragraph}`)
    expect(quotes.map(quote => quote.assertion)).toEqual([assertion])
  })
})

describe('who has a clause behind the name', () => {
  test.each<Case>([
    ['Senator Peter Hale, who won, said it was over.', ['Peter Hale | said | it was over']],
    ['City manager Ana Ruiz, whose side won, said it was over.', ['Ana Ruiz | said | it was over']],
    ['Maria Hale, 34, who lost her house, told us: “It is over.”', ['Maria Hale | told | It is over.']],
    ['Maria Hale, 34, whose house burned, said it was over.', ['Maria Hale | said | it was over']],
    ['In all, 58 said it was over.', ['58 | said | it was over']],
    ['The mayor, who won, said it was over.', ['The mayor | said | it was over']],
  ])('is named: %s', (paragraph, lines) => expect(linesOf(paragraph)).toEqual(lines))
})

describe('who is nobody', () => {
  test.each<Case>([
    ['Nobody said that it was over.', ['Nobody | said | that it was over']],
    ['In 1983, when Li came across it, nobody knew what it was.', ['nobody | knew | what it was']],
  ])('stands in the text: %s', (paragraph, lines) => expect(linesOf(paragraph)).toEqual(lines))
})

describe('items of a list', () => {
  test.each<Case>([
    [
      '• “Look at the team we had,” said Ana Ruiz, who ran the club.',
      ['Ana Ruiz | said | Look at the team we had'],
    ],
    ['1. Ana Ruiz said that the pier was safe.', ['Ana Ruiz | said | that the pier was safe']],
  ])('are read without their marks: %s', (paragraph, lines) => expect(linesOf(paragraph)).toEqual(lines))
})

describe('a source that is a mark alone', () => {
  test('is none', () => {
    const text =
      'The council met.\n\nThe Clintons appealed. • Even when many Democrats were furious with the White House, they came.'
    expect(readQuotes(text, 0).quotes.map(({ speaker }) => speaker?.name)).toEqual([undefined])
  })
})

describe('verbs that seldom report, or that stand apart from their subject', () => {
  test.each<Case>([
    ['The court heard that Kemp had drunk six pints.', ['The court | heard | that Kemp had drunk six pints']],
    ['The inquest heard Mr Lowe “loved the sea”.', ['The inquest | heard | Mr Lowe “loved the sea”']],
    ['We heard eleven of them, my husband and I.', []],
    [
      'Ana Ruiz calmed the crowd by warning that “the boats are coming”.',
      ['Ana Ruiz | warning | that “the boats are coming”'],
    ],
    [
      'It is what Ana Ruiz, the treasurer of the campaign, called “hand to hand”.',
      ['Ana Ruiz | called | hand to hand'],
    ],
    ['Hale cast himself as a sailor. He cast a vote.', ['Hale | cast | himself as a sailor']],
    ['Hale made it clear that the pier would open.', ['Hale | made it clear | that the pier would open']],
    [
      'The pier will close on Monday, said Ana Ruiz, which pleased nobody.',
      ['Ana Ruiz | said | The pier will close on Monday'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('a quote between two verbs of saying', () => {
  test.each<Case>([
    [
      'When someone in the hall shouted, “Hale,” Ruiz joked, “Come up and sing!”',
      ['someone in the hall | shouted | Hale', 'Ruiz | joked | Come up and sing!'],
    ],
    [
      'He wrote to her at once, telling her, “You are a star!” She replied that it was an honour.',
      ['He | telling | You are a star!', 'She | replied | that it was an honour'],
    ],
    [
      'After Hale said that girls might do better in “smaller schools,” Ruiz said: “I do not like that.”',
      [
        'Hale | said | that girls might do better in “smaller schools,”',
        'Ruiz | said: | I do not like that.',
      ],
    ],
    [
      'More boats come back each spring - Ana Ruiz: “We count them by hand.”',
      ['Ana Ruiz | : | We count them by hand.'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})
