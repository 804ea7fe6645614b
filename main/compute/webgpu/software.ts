/** Set to 1, it allows adapters that compute on the processor: for tests, a training on them would take days. */
export const SOFTWARE_VARIABLE = 'LACUNA_WEBGPU_SOFTWARE'

/** Whether whoever started this process allows adapters without a card. */
export const isSoftwareAllowed = (): boolean => process.env[SOFTWARE_VARIABLE] === '1'

/** Names of drivers that draw on the processor: SwiftShader, Mesa's llvmpipe and lavapipe, Microsoft's WARP. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render|\bwarp\b/i

/** Whether an adapter is no card: Dawn tells by the type CPU; the names are for drivers that say otherwise. */
export function isSoftware({ isFallbackAdapter, vendor, architecture, device, description }: GPUAdapterInfo): boolean {
  return isFallbackAdapter || SOFTWARE.test([vendor, architecture, device, description].join(' '))
}
