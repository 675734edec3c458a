/**
 * What marks an item of a list at the beginning of its line, as the source of an expression: "• ", "2. ", "(12) ". A
 * hyphen or a dash marks one too, but begins other lines as well: whoever asks knows more.
 */
export const listMarker = String.raw`[•*·▪‣◦●■]\s*|\(?\d{1,2}[.)]\s+`
