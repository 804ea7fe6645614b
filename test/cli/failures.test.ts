import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { explain, usageFailure } from '../../main/cli/failures.ts'
import { EngineFailure } from '../../main/contract/errors.ts'

const failure = { code: 'NOT_FOUND', message: 'There is no set 3.', hint: 'See "lacuna list sets".' } as const

describe('an error is told', () => {
  test('as the engine told it, whether it came through the contract or was thrown by the client', () => {
    const called = new ORPCError('NOT_FOUND', { message: 'x', data: failure })
    expect(explain(called)).toEqual({ ...failure, exitCode: 1 })
    expect(explain(new EngineFailure(failure.code, failure.message, failure.hint))).toEqual({
      ...failure,
      exitCode: 1,
    })
  })

  test('with its own exit code where it is wrong usage', () => {
    expect(explain(usageFailure('No.', 'Try.'))).toEqual({
      code: 'USAGE',
      message: 'No.',
      hint: 'Try.',
      exitCode: 2,
    })
  })

  test('by its message where nobody foresaw it, with a way to see more', () => {
    expect(explain(new TypeError('x is not a function'))).toMatchObject({
      code: 'UNEXPECTED',
      message: 'x is not a function',
      hint: expect.stringContaining('LACUNA_DEBUG'),
      exitCode: 1,
    })
  })
})
