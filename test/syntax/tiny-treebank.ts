/**
 * A treebank of a few lines, for training in a test: word/Penn/universal/head/relation, heads counted from 1.
 * "+" before a word: no blank stands before it.
 */
const lines = `
She/PRP/PRON/2/nsubj said/VBD/VERB/0/root it/PRP/PRON/4/nsubj works/VBZ/VERB/2/ccomp +././PUNCT/2/punct
He/PRP/PRON/2/nsubj said/VBD/VERB/0/root they/PRP/PRON/4/nsubj left/VBD/VERB/2/ccomp +././PUNCT/2/punct
The/DT/DET/2/det mayor/NN/NOUN/3/nsubj said/VBD/VERB/0/root prices/NNS/NOUN/5/nsubj fell/VBD/VERB/3/ccomp +././PUNCT/3/punct
The/DT/DET/2/det farmers/NNS/NOUN/3/nsubj sold/VBD/VERB/0/root the/DT/DET/5/det milk/NN/NOUN/3/obj +././PUNCT/3/punct
A/DT/DET/2/det farmer/NN/NOUN/3/nsubj sold/VBD/VERB/0/root milk/NN/NOUN/3/obj in/IN/ADP/6/case town/NN/NOUN/3/obl +././PUNCT/3/punct
She/PRP/PRON/2/nsubj left/VBD/VERB/0/root the/DT/DET/4/det town/NN/NOUN/2/obj +././PUNCT/2/punct
They/PRP/PRON/4/nsubj did/VBD/AUX/4/aux +n't/RB/PART/4/advmod sell/VB/VERB/0/root it/PRP/PRON/4/obj +././PUNCT/4/punct
The/DT/DET/2/det milk/NN/NOUN/4/nsubj:pass was/VBD/AUX/4/aux:pass sold/VBN/VERB/0/root +,/,/PUNCT/4/punct he/PRP/PRON/7/nsubj said/VBD/VERB/4/parataxis +././PUNCT/4/punct
“/\`\`/PUNCT/3/punct +It/PRP/PRON/3/nsubj works/VBZ/VERB/6/ccomp +,/,/PUNCT/3/punct +”/''/PUNCT/3/punct said/VBD/VERB/0/root the/DT/DET/8/det mayor/NN/NOUN/6/nsubj +././PUNCT/6/punct
Prices/NNS/NOUN/2/nsubj fell/VBD/VERB/0/root and/CC/CCONJ/5/cc farmers/NNS/NOUN/5/nsubj left/VBD/VERB/2/conj +././PUNCT/2/punct
`
  .trim()
  .split('\n')

/** The treebank in CoNLL-U, several times over so that its words are frequent enough to be learned. */
export const tinyTreebank = (times: number): string => {
  const once = lines.map(toConllu).join('\n\n')
  return `${Array.from({ length: times }, () => once).join('\n\n')}\n`
}

const toConllu = (line: string): string => {
  let text = ''
  const rows = line.split(' ').map((cell, i) => {
    const [written = '', ...rest] = cell.split('/')
    const glued = written.startsWith('+')
    const form = glued ? written.slice(1) : written
    text += glued || i === 0 ? form : ` ${form}`
    const [penn, universal, head, relation] = rest
    return [i + 1, form, form, universal, penn, '_', head, relation, '_', '_'].join('\t')
  })
  return [`# text = ${text}`, ...rows].join('\n')
}
