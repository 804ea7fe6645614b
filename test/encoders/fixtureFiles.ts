import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type OnnxModel, openModel } from '../../main/encoders/onnxModel.ts'

/** The ONNX file of that name that make.py made. */
export const onnxFile = (name: string): string => path.join(import.meta.dirname, 'fixtures', `${name}.onnx`)

/** It loaded. */
export function modelNamed(name: string): Promise<OnnxModel> {
  return openModel(readFileSync(onnxFile(name)), `${name}.onnx`, 1)
}
