import type { DetectorDescription } from '../../contract/scores.ts'

/** What a detector looks at, in words. */
const READS: Record<DetectorDescription['reads'], string> = {
  latent: 'the members’ latent space',
  reconstruction: 'the members’ reconstructions',
  features: 'the members’ last features, or the logits made of them',
  pixels: 'the pixels, whatever the members',
}

const MEMBERS: Record<DetectorDescription['models'][number], string> = {
  'cl-vae': 'class-latent VAE (`cl-vae`)',
  vae: 'VAE without classes (`vae`)',
  cnn: 'classifier (`cnn`)',
}

/** Text by file name: a page in Markdown for each detector, and `README.md`, the table of them all. */
export function detectorPages(detectors: DetectorDescription[]): Map<string, string> {
  const pages = detectors.map((detector) => [`${detector.id}.md`, page(detector)] as const)
  return new Map([['README.md', index(detectors)], ...pages])
}

function page({ id, name, sentence, formula, source, notes, reads, models, fewestClasses, fewestMembers = 1 }: DetectorDescription): string {
  return `# ${name}

${sentence}

    ${formula}

${notes ? `${notes}\n\n` : ''}| | |
|---|---|
| id | \`${id}\` |
| source | ${cell(source)} |
| reads | ${READS[reads]} |
| members | ${models.map((model) => MEMBERS[model]).join(', ')} |
| fewest known classes | ${fewestClasses} |
| fewest members | ${fewestMembers} |

Use: \`npx lacuna run FOLDER --hold-out CLASS${modelOption(models)} --detector ${id} --out DIR\`. [All detectors](README.md).
`
}

/** The members to train, where the usual ones do not fit. */
const modelOption = (models: DetectorDescription['models']): string =>
  models.includes('cl-vae') ? '' : ` --model ${models[0]}`

function index(detectors: DetectorDescription[]): string {
  return `# Detectors

A detector turns an image into an anomaly score: higher is more anomalous, always. Where none is named, the first of this
table that fits the members and the known classes is used. These pages are written by
\`npx lacuna detectors --out docs/detectors\`.

| id | name | what it says | formula | source | reads | members | fewest classes |
|---|---|---|---|---|---|---|---|
${detectors.map(row).join('\n')}
`
}

function row({ id, name, sentence, formula, source, reads, models, fewestClasses }: DetectorDescription): string {
  const cells = [
    `[${id}](${id}.md)`, name, cell(sentence), `\`${cell(formula)}\``, cell(source), reads, models.join(', '), fewestClasses,
  ]
  return `| ${cells.join(' | ')} |`
}

/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|')
