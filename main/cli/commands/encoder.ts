import type { Command } from 'commander'
import type { EncoderWishes } from '../../contract/encoders.ts'
import { channelValues, wholeNumber } from '../options/values.ts'
import { encoderList, encoderText } from '../output/encoderText.ts'
import { bytes } from '../output/format.ts'
import { printJson, printResult } from '../output/streams.ts'
import { existingSource } from '../outputFolder.ts'
import { findEncoder } from '../resolve.ts'
import { withEngine } from '../session.ts'
import { defineCommand, defineGroup } from './defineCommand.ts'

const add = 'encoder add resnet18.onnx --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225'

/** `encoder add`, `encoder list` and `encoder remove`. */
export function defineEncoder(program: Command): void {
  const encoder = defineGroup(program, 'encoder', {
    summary: 'bring a network of your own as an ONNX file, whose features detectors then read',
    examples: [add, 'encoder list --json', 'score --ensemble 2 --detector encoder-knn --encoder resnet18'],
  })
  defineAdd(encoder)
  defineCommand(encoder, 'list', { summary: 'list the encoders', examples: ['encoder list --json'] })
    .action(async ({ json }: { json?: boolean }) => {
      const all = await withEngine(({ api }) => api.encoders.list())
      if (json) printJson(all)
      else printResult(encoderList(all))
    })
  defineCommand(encoder, 'remove <encoder>', {
    summary: 'remove an encoder and what it said of images (never the file that it came from)',
    examples: ['encoder remove resnet18'],
  }).action(remove)
}

function defineAdd(encoder: Command): void {
  defineCommand(encoder, 'add <file>', {
    summary: 'try an ONNX file out on made images, and keep a copy of it as an encoder',
    examples: [add, 'encoder add dino.onnx --name dino --size 224 --output features'],
  })
    .option('--name <name>', 'what to call it (default: the name of the file)')
    .option('--size <n>', 'side of its images, where it takes any', wholeNumber(8, 1024))
    .option('--mean <numbers>', 'what is taken off values from 0 to 1, for all channels or each (default: 0)', channelValues)
    .option('--std <numbers>', 'what they are divided by then (default: 1)', channelValues)
    .option('--output <name>', 'the output to read (default: the first; maps are averaged over space)')
    .action(async (file: string, { json, ...options }: EncoderWishes & { name?: string; json?: boolean }) => {
      const source = await existingSource(file)
      const added = await withEngine(({ api }) => api.encoders.add({ file: source, ...options }))
      if (json) printJson(added)
      else printResult(encoderText(added))
    })
}

async function remove(text: string, { json }: { json?: boolean }): Promise<void> {
  await withEngine(async ({ api }) => {
    const { id, name } = await findEncoder(api, text)
    const { freedBytes } = await api.encoders.remove({ id })
    if (json) printJson({ removed: { kind: 'encoder', id }, freedBytes })
    else printResult(`Removed the encoder "${name}"; ${bytes(freedBytes)} became free.`)
  })
}
