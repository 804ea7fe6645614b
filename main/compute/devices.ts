/** What members can be trained on: TensorFlow's device (the processor, or a card that CUDA knows), or a card by WebGPU. */
export const deviceNames = ['tensorflow', 'webgpu'] as const

export type DeviceName = (typeof deviceNames)[number]
