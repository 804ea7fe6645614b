import { implement } from '@orpc/server'
import { contract } from '../../contract/contract.ts'
import type { CallContext } from './typedErrors.ts'

/** The contract, to be implemented by a file a noun. */
export const procedures = implement(contract).$context<CallContext>()
