import { type FakeMachine, TENSORFLOW_FILES } from './fakeMachine.ts'

const METADATA = [
  'Requires-Dist: numpy>=1.26',
  'Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"',
  'Requires-Dist: nvidia-nccl-cu12 (<3.0,>=2.27.7) ; extra == "and-cuda"',
  'Requires-Dist: tensorboard; extra == "other"',
].join('\n')

/** Puts the CUDA flavour into a machine's package index: TensorFlow's wheel, and two of NVIDIA's. */
export async function publishCuda(machine: FakeMachine): Promise<void> {
  await machine.publish('tensorflow-2.21.0-cp311-cp311-manylinux_2_27_x86_64', {
    ...TENSORFLOW_FILES,
    'tensorflow-2.21.0.dist-info/METADATA': METADATA,
  })
  await machine.publish('nvidia_cublas_cu12-12.9.1-py3-none-manylinux_2_27_x86_64', {
    'nvidia/cublas/lib/libcublas.so.12': 'cublas',
    'nvidia/cublas/include/cublas.h': '// not needed',
  })
  await machine.publish('nvidia_nccl_cu12-2.27.7-py3-none-manylinux2014_x86_64', {
    'nvidia/nccl/lib/libnccl.so.2': 'nccl',
  })
}
