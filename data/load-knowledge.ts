/**
 * Reads the packed files and opens them, once a process.
 */
import { type Knowledge, openKnowledge } from '../core/knowledge.ts'
import { readPackedFiles } from './read-packed-files.ts'

/** @throws where a packed file is of another version. */
export const loadKnowledge = (folder?: string): Knowledge => openKnowledge(readPackedFiles(folder))
