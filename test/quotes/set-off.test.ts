import { describe, expect, test } from '@jest/globals'
import { linesOf } from './read-quotes.ts'

type Case = [paragraph: string, lines: string[]]

describe('a cue set off by commas', () => {
  test.each<Case>([
    [
      'It was, he said, one of the worst failures of his career.',
      ['he | said | It was … one of the worst failures of his career'],
    ],
    ['The answer, the partner told them, was simple.', ['the partner | told | The answer … was simple']],
    [
      'The hashtag, Ms. Hale said, came with pictures of lost dogs.',
      ['Hale | said | The hashtag … came with pictures of lost dogs'],
    ],
    [
      'The mayor intends to open the pier in May, Hale told reporters on Monday, adding that it would be free.',
      ['Hale | told | The mayor intends to open the pier in May', 'Hale | adding | that it would be free'],
    ],
    [
      'The witness said the order was to “keep quiet,” according to the report.',
      ['The witness | said | the order was to “keep quiet,”'],
    ],
    [
      'A witness said the captain told sailors not to talk about the leak, the report said.',
      ['A witness | said | the captain told sailors not to talk about the leak'],
    ],
    [
      'In a speech, Ruiz said the pier, which is old, would fall.',
      ['Ruiz | said | the pier, which is old, would fall'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})

describe('where what is reported begins and ends', () => {
  test.each<Case>([
    [
      'Park said she was "appalled," but Reed dismissed her comments as "theater."',
      ['Park | said | she was "appalled,"', 'Reed | dismissed | her comments as "theater."'],
    ],
    [
      'Ruiz was quoted as saying that the pier was safe.',
      ['Ruiz | was quoted as saying | that the pier was safe'],
    ],
    ['Hale told AP he was working with Lee.', ['Hale | told | he was working with Lee']],
    [
      'The Gun Club said in a statement Friday night they pulled the sale.',
      ['Gun Club | said in a statement | they pulled the sale'],
    ],
    [
      'Ruiz also insisted in the same interview that Hale was wrong.',
      ['Ruiz | also insisted | that Hale was wrong'],
    ],
    [
      'Hale says the answer was to close the pier and says she wrote a law to do that.',
      ['Hale | says | the answer was to close the pier', 'Hale | says | she wrote a law to do that'],
    ],
    [
      'Hale said in a statement that “the firm did not, at any time, treat the pier differently. We keep all rules in place.”',
      [
        'Hale | said in a statement | that “the firm did not, at any time, treat the pier differently. We keep all rules in place.”',
      ],
    ],
    [
      'Lee said Ruiz is “losing strength because of questions about her past. Some of her friends are going home.”',
      [
        'Lee | said | Ruiz is “losing strength because of questions about her past. Some of her friends are going home.”',
      ],
    ],
    [
      'Lee said in a statement, “The firm was told in May. We keep all rules in place.”',
      ['Lee | said in a statement | The firm was told in May. We keep all rules in place.'],
    ],
  ])('%s', (paragraph, lines) => {
    expect(linesOf(paragraph)).toEqual(lines)
  })
})
