import type { DataType, Tensor, TensorInfo } from '@tensorflow/tfjs-core'
import type { TFEOpAttr, TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js'
import { tensorflowBackend } from './backend.ts'

/** The value of a TensorFlow op's attribute, with its type as TensorFlow's op definition gives it. */
export type OpAttribute =
  | { type: DataType }
  | { int: number | number[] }
  | { float: number | number[] }
  | { bool: boolean | boolean[] }
  | { string: string }
  | { shape: number[] }

export type OpAttributes = Record<string, OpAttribute>

/**
 * Runs the TensorFlow op `name` and returns its single output. It is not on the gradient tape: wrap it in
 * `tf.customGrad`. Inside `tf.tidy` its output is tidied as any other tensor.
 * @param name as in TensorFlow's op definitions, such as 'ReluGrad'
 * @param attributes by name, such as `{ T: { type: 'float32' } }`
 * @param inputs in the order of the op definition
 * @throws Error with TensorFlow's message where attributes or inputs do not fit the op
 */
export function runOp(name: string, attributes: OpAttributes, inputs: TensorInfo[]): Tensor {
  const backend = tensorflowBackend()
  return backend.executeSingleOutput(name, opAttributes(backend.binding, attributes), inputs)
}

/** As `runOp`, for an op with several outputs. */
export function runOpWithOutputs(
  name: string,
  attributes: OpAttributes,
  inputs: TensorInfo[],
  outputs: number,
): Tensor[] {
  const backend = tensorflowBackend()
  return backend.executeMultipleOutputs(name, opAttributes(backend.binding, attributes), inputs, outputs)
}

function opAttributes(binding: TFJSBinding, attributes: OpAttributes): TFEOpAttr[] {
  return Object.entries(attributes).map(([name, attribute]) => ({ name, ...typed(binding, attribute) }))
}

function typed(binding: TFJSBinding, attribute: OpAttribute): { type: number; value: TFEOpAttr['value'] } {
  if ('type' in attribute) {
    return { type: binding.TF_ATTR_TYPE, value: tensorflowBackend().getDTypeInteger(attribute.type) }
  }
  if ('int' in attribute) return { type: binding.TF_ATTR_INT, value: attribute.int }
  if ('float' in attribute) return { type: binding.TF_ATTR_FLOAT, value: attribute.float }
  if ('bool' in attribute) return { type: binding.TF_ATTR_BOOL, value: attribute.bool }
  if ('string' in attribute) return { type: binding.TF_ATTR_STRING, value: attribute.string }
  return { type: binding.TF_ATTR_SHAPE, value: attribute.shape }
}
