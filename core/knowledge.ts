/**
 * The packed data that the thinking needs, opened. Bytes come in; nothing here reads a file.
 */

import { openTagger, type Tagger } from './names/tagger.ts'
import { type Gazetteer, openGazetteer } from './places/gazetteer.ts'
import { openSyntax, type Syntax } from './syntax/syntax.ts'

export interface Knowledge {
  readonly gazetteer: Gazetteer
  readonly tagger: Tagger
  readonly syntax: Syntax
}

/** The packed files of data/packed, as bytes. */
export interface PackedFiles {
  readonly gazetteer: Uint8Array
  readonly tagger: Uint8Array
  readonly syntax: Uint8Array
}

/** @throws where a file's magic or version is not the one this code reads. */
export const openKnowledge = (files: PackedFiles): Knowledge => ({
  gazetteer: openGazetteer(files.gazetteer),
  tagger: openTagger(files.tagger),
  syntax: openSyntax(files.syntax),
})
