const encoder = new TextEncoder()

/** How many bytes a text takes on the wire. */
export const utf8Bytes = (text: string): number => encoder.encode(text).length
