import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { addEnsembleOptions } from '../../main/cli/options/ensembleOptions.ts'
import { ensembleSettings } from '../../main/cli/options/ensembleSettings.ts'
import type { EnsembleOptions } from '../../main/cli/options/ensembleSettings.ts'
import { preset } from '../../main/contract/presets.ts'
import { EnsembleSettings } from '../../main/contract/settings.ts'

function settingsOf(...args: string[]): EnsembleSettings {
  const command = addEnsembleOptions(new Command()).exitOverride()
  return ensembleSettings(command.parse(args, { from: 'user' }).opts<EnsembleOptions>())
}

describe('the settings of an ensemble', () => {
  test.each(['recommended', 'paper', 'as-coded'] as const)(
    'are those of "%s" where nothing else is typed',
    (name) => {
      expect(settingsOf('--objective', name)).toEqual(preset(name))
    },
  )

  test('are the recommended ones by default', () => {
    expect(settingsOf()).toEqual(preset('recommended'))
  })

  test("take the place of the preset's wherever they are typed", () => {
    const settings = settingsOf(
      '--hold-out',
      'a',
      '--hold-out',
      'b',
      '--leave-out',
      'c',
      '--members',
      '7',
      '--seed',
      '0',
      '--order',
      'fixed',
      '--architecture',
      'mnist',
      '--latent',
      '3',
      '--dense',
      '16',
      '--alpha',
      '1/6',
      '--class-weight',
      '3',
      '--radius',
      '2',
      '--means',
      'learned',
      '--epochs',
      '20',
      '--least-steps',
      '0',
      '--batch',
      '64',
      '--learning-rate',
      '1e-3',
      '--schedule',
      'constant',
      '--patience',
      '5',
      '--augment',
      '--balance',
      '--folds',
      '7',
      '--device',
      'webgpu',
    )
    expect(EnsembleSettings.parse(settings)).toEqual({
      members: 7,
      seed: 0,
      heldOut: ['a', 'b'],
      leftOut: ['c'],
      order: 'fixed',
      model: { kind: 'cl-vae', architecture: 'mnist', latent: 3, dense: 16 },
      objective: { kind: 'recommended', alpha: 1 / 6, radius: 2, means: 'learned', classWeight: 3 },
      training: {
        epochs: 20,
        leastSteps: 0,
        batch: 64,
        learningRate: 1e-3,
        schedule: 'constant',
        patience: 5,
        augmentation: true,
        balance: true,
        folds: 7,
      },
      device: 'webgpu',
    })
  })

  test("can switch the paper's patience off", () => {
    expect(settingsOf('--objective', 'paper', '--patience', 'none').training.patience).toBeNull()
  })
})
