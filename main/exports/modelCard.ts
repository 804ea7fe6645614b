import type { Agreement } from './agreement.ts'

/** What a model card tells of the model. */
export interface ModelFacts {
  name: string
  version: string
  detector: { id: string; name: string; sentence: string; formula: string; source: string }
  threshold: { name: string; rule: string; value: number }
  /** The known classes in the order of `nearest`. */
  classes: string[]
  heldOut: string[]
  image: { height: number; width: number; channels: number; fit: string; range: [number, number] }
  members: number
  latent: number
  metrics: { auroc: number; aurocInterval: [number, number]; normals: number; anomalies: number } | null
  trainedOn: { name: string; images: number; sha256: string }
}

/** The card that lies beside a model, as Markdown. */
export function modelCard(facts: ModelFacts, agreement: Agreement): string {
  return [
    `# ${facts.name}`,
    `An ensemble of ${counted(facts.members, 'class-latent VAE')} (arXiv 2410.12328), trained and exported by Lacuna ${facts.version}. It scores how much an image is unlike all of the known classes: the higher, the stranger.`,
    section('Files', files(facts)),
    section('Use', use(facts)),
    section('Detector', detector(facts)),
    section('Trained on', trainedOn(facts)),
    section('Checked', checked(facts, agreement)),
    section('Limits', limits),
  ].join('\n\n') + '\n'
}

const section = (title: string, lines: string[]): string => [`## ${title}`, ...lines].join('\n\n')

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function files({ members }: ModelFacts): string[] {
  const each = members === 1 ? '`member-1/`' : `\`member-1/\` to \`member-${members}/\``
  return [
    '`score.onnx`: the whole ensemble with its detector, `images` to `score` and `nearest`. `detector.json`: what goes with it. `score.py` and `score.ts`: examples.',
    `${each}: each member's \`encoder.onnx\` (\`images\` to \`mean\` and \`features\`), \`decoder.onnx\` (\`mean\` to \`reconstruction\`), and \`weights.safetensors\` (arrays in TensorFlow's order of sides).`,
  ]
}

function use({ image: { height, width, channels, fit, range }, threshold, classes }: ModelFacts): string[] {
  const colour = channels === 1 ? 'grey' : 'red, green and blue'
  return [
    `\`images\` is float32, batch x ${height} x ${width} x ${channels} (${colour}), in [0, 1]. In training, an image of another size was brought to this one (${fit}), and intensities from ${range[0]} to ${range[1]} became 0 to 1. Prepare images the same way.`,
    `An image is flagged where \`score\` is above ${threshold.value} (${threshold.name}: ${threshold.rule}). \`nearest\` is the most similar class: ${classes.map((name, i) => `${i} ${name}`).join(', ')}.`,
  ]
}

function detector({ detector: { name, sentence, formula, source } }: ModelFacts): string[] {
  return [`${name}. ${sentence}`, `\`${formula}\``, `Source: ${source}.`]
}

function trainedOn({ trainedOn: { name, images, sha256 }, classes, heldOut, latent }: ModelFacts): string[] {
  const held = heldOut.length > 0 ? ` ${heldOut.join(', ')} ${heldOut.length === 1 ? 'was' : 'were'} held out: no member learned from it.` : ''
  return [`The image set "${name}" (${images} images, pixels ${sha256.slice(0, 16)}), classes ${classes.join(', ')}; latent dimension ${latent}.${held}`]
}

function checked({ metrics }: ModelFacts, { images, furthest }: Agreement): string[] {
  const same = `ONNX Runtime gave the scores that Lacuna gives, within ${furthest.toExponential(1)} of their standard deviation, for ${counted(images, 'image')} of the set.`
  if (!metrics) return [same, 'How well it finds strangers was not measured: no class was held out.']
  const { auroc, aurocInterval, normals, anomalies } = metrics
  return [same, `AUROC ${auroc.toFixed(3)} (95 % interval ${aurocInterval.map((x) => x.toFixed(3)).join(' to ')}) over ${normals} known and ${anomalies} held-out test images.`]
}

const limits = ['The threshold holds for images like those of the validation set: light, camera and preparation the same. Another camera wants a threshold of its own, set on its own normal images.']
