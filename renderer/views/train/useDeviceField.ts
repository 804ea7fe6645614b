import { computed } from 'vue'
import type { DeviceChoice } from '../../../main/contract/devices.ts'
import type { ComputeDevice, EnsembleSettings } from '../../../main/contract/settings.ts'
import { useEngine } from '../../client/engine.ts'
import { useLoaded } from '../../composables/useLoaded.ts'
import { t } from '../../words/words.ts'
import type { TrainField } from './trainField.ts'
import { deviceField } from './trainFields.ts'

/** Asks what there is to train on. The choice is only there where there is one, or where it was made already. */
export function useDeviceField(settings: EnsembleSettings) {
  const { api } = useEngine()
  const { value, failure } = useLoaded(() => api.devices.choices())
  const field = computed((): TrainField | null => {
    const devices = value.value
    if (!devices) return null
    const usable = devices.filter((one) => one.usable)
    if (usable.length < 2 && settings.device === 'tensorflow') return null
    const field = deviceField(namesOf(devices))
    const why = devices.find(({ device }) => device === settings.device)?.why
    return why ? { ...field, sentence: why } : field
  })
  return { field, failure }
}

const libraries: Record<ComputeDevice, string> = { tensorflow: 'TensorFlow', webgpu: 'WebGPU' }

function namesOf(devices: DeviceChoice[]): Record<ComputeDevice, string> {
  return { ...libraries, ...Object.fromEntries(devices.map((one) => [one.device, wordsOf(one)])) }
}

function wordsOf({ device, name, usable }: DeviceChoice): string {
  const library = libraries[device]
  return usable ? `${library}: ${name}` : t('{library}: not usable here', { library })
}
