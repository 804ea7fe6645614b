import { PbfWriter } from 'pbf'

/** Numbers that belong to a graph; float32 or int64. */
export interface OnnxTensor { name: string; dims: number[]; values: Float32Array | BigInt64Array }

export type OnnxAttribute = number | number[] | string

export interface OnnxNode { op: string; inputs: string[]; outputs: string[]; attributes: Record<string, OnnxAttribute> }

/** An input or output; a side that is named may have any length. */
export interface OnnxValue { name: string; type: 'float' | 'int64'; dims: (number | string)[] }

export interface OnnxGraph {
  name: string; nodes: OnnxNode[]; initializers: OnnxTensor[]; inputs: OnnxValue[]; outputs: OnnxValue[]
}

/** What a model file says of itself. */
export interface OnnxAbout { producer: string; version: string; description: string; metadata: Record<string, string> }

/** Operators are those of this version, which ONNX Runtime knows since 1.12. */
const operators = 17
const intermediateRepresentation = 8

const elementType = { float: 1, int64: 7 }
const attributeType = { float: 1, int: 2, string: 3, ints: 7 }

/**
 * A model as an ONNX file. Field numbers are those of onnx.proto3 (ONNX 1.12).
 * @returns the file's bytes; protobuf allows 2 GB
 */
export function onnxFile(graph: OnnxGraph, { producer, version, description, metadata }: OnnxAbout): Uint8Array {
  const pbf = new PbfWriter()
  pbf.writeVarintField(1, intermediateRepresentation)
  pbf.writeStringField(2, producer)
  pbf.writeStringField(3, version)
  pbf.writeStringField(6, description)
  pbf.writeMessage(7, writeGraph, graph)
  pbf.writeMessage(8, (set: number, to) => to.writeVarintField(2, set), operators)
  for (const entry of Object.entries(metadata)) pbf.writeMessage(14, writeEntry, entry)
  return pbf.finish()
}

function writeEntry([key, value]: [string, string], pbf: PbfWriter): void {
  pbf.writeStringField(1, key)
  pbf.writeStringField(2, value)
}

function writeGraph({ name, nodes, initializers, inputs, outputs }: OnnxGraph, pbf: PbfWriter): void {
  for (const node of nodes) pbf.writeMessage(1, writeNode, node)
  pbf.writeStringField(2, name)
  for (const tensor of initializers) pbf.writeMessage(5, writeTensor, tensor)
  for (const input of inputs) pbf.writeMessage(11, writeValue, input)
  for (const output of outputs) pbf.writeMessage(12, writeValue, output)
}

function writeNode({ op, inputs, outputs, attributes }: OnnxNode, pbf: PbfWriter): void {
  for (const input of inputs) pbf.writeStringField(1, input)
  for (const output of outputs) pbf.writeStringField(2, output)
  pbf.writeStringField(4, op)
  for (const attribute of Object.entries(attributes)) pbf.writeMessage(5, writeAttribute, attribute)
}

/** Whole numbers are ints: no operator here has a float that is whole. */
function writeAttribute([name, value]: [string, OnnxAttribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name)
  if (typeof value === 'string') {
    pbf.writeBytesField(4, new TextEncoder().encode(value))
    pbf.writeVarintField(20, attributeType.string)
  } else if (Array.isArray(value)) {
    for (const one of value) pbf.writeVarintField(8, one)
    pbf.writeVarintField(20, attributeType.ints)
  } else if (Number.isInteger(value)) {
    pbf.writeVarintField(3, value)
    pbf.writeVarintField(20, attributeType.int)
  } else {
    pbf.writeFloatField(2, value)
    pbf.writeVarintField(20, attributeType.float)
  }
}

function writeTensor({ name, dims, values }: OnnxTensor, pbf: PbfWriter): void {
  for (const side of dims) pbf.writeVarintField(1, side)
  pbf.writeVarintField(2, values instanceof Float32Array ? elementType.float : elementType.int64)
  pbf.writeStringField(8, name)
  pbf.writeBytesField(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
}

function writeValue({ name, type, dims }: OnnxValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, name)
  const shape = (sides: typeof dims, to: PbfWriter) => {
    for (const side of sides) to.writeMessage(1, writeSide, side)
  }
  const tensor = (_: null, to: PbfWriter) => {
    to.writeVarintField(1, elementType[type])
    to.writeMessage(2, shape, dims)
  }
  pbf.writeMessage(2, (_: null, to) => to.writeMessage(1, tensor, null), null)
}

function writeSide(side: number | string, pbf: PbfWriter): void {
  if (typeof side === 'string') pbf.writeStringField(2, side)
  else pbf.writeVarintField(1, side)
}
