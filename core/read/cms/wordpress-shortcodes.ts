/**
 * WordPress' shortcodes, which a post's raw content has, and a rendered one where the plugin that knew them is gone.
 *
 *   [caption id="attachment_6" width="300"]<img src="a.jpg"> The ferry.[/caption] -> a figure with its caption
 *   [gallery ids="1,2"]  [embed]https://…[/embed]                                  -> nothing
 *   "he [the mayor] said [sic]"                                                    -> as it stands
 */
export const withoutShortcodes = (html: string): string =>
  html.includes('[')
    ? html
        .replace(caption, (_, inside: string) => `<figure><figcaption>${inside}</figcaption></figure>`)
        .replace(embed, '')
        .replace(known, '')
        .replace(withAttributes, '')
    : html

/** None looks beyond the next bracket, so that one that is never closed costs no more than itself. */
const caption = /\[(?:wp_)?caption\b[^[\]]{0,1000}\]([^[]{0,5000})\[\/(?:wp_)?caption\]/gi
const embed = /\[embed\b[^[\]]{0,1000}\][^[]{0,2000}\[\/embed\]/gi
/** WordPress' own, which may stand without attributes. */
const known = /\[\/?(?:gallery|audio|video|playlist|embed|caption|wp_caption|more|toc)\b[^[\]]{0,1000}\]/gi
/** Anybody's: a name, and a value in quotation marks, which no remark of an editor has. */
const withAttributes = /\[[a-z][\w-]{1,60} [^[\]"']{0,300}=["'][^[\]]{0,2000}\]/gi
