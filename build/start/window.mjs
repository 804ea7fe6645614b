// Starts or joins the engine of the workspace, opens a window on it, and stays until Ctrl+C. Runs on Node 24.
import { connect } from '../../main/client/connect.ts'
import { workspacePath } from '../../main/client/workspacePath.ts'
import { EngineFailure } from '../../main/contract/errors.ts'
import { untilEnded } from './engineWatch.mjs'
import { openPage } from './openPage.mjs'
import { listenForEnd, pauseAndEnd } from './ending.mjs'

const workspace = workspacePath()
const open = !process.argv.includes('--no-open')
const ending = listenForEnd()

try {
  process.exitCode = await main()
} catch (error) {
  process.stderr.write(`${error instanceof EngineFailure ? sentenceOf(error) : error.stack}\n`)
  process.exitCode = 1
}

async function main() {
  const connection = await connect({ workspace })
  const mine = await connection.started()
  const address = await connection.api.engine.browser({})
  const { clients } = await connection.api.engine.status()
  const opened = open && (await openPage(address.once))
  // Somebody else keeps the engine running, and its door open.
  const isKept = !mine && !address.started && clients > 1
  tell({ mine, isKept, opened, url: address.url })
  if (isKept) return leave(connection)
  await untilEnded({ connection, workspace, address, ending, say })
  if (!ending.aborted) return leave(connection)
  return (await connection.started()) ? pauseAndEnd(connection, say) : leave(connection)
}

async function leave(connection) {
  await connection.close()
  return 0
}

function tell({ mine, isKept, opened, url }) {
  say(mine ? `Lacuna runs in ${workspace}` : `Lacuna runs already in ${workspace}`)
  say(`${opened ? 'Its window opens in the browser; the address is' : 'Open'} ${url}`)
  if (!isKept) say(mine ? 'Ctrl+C pauses what is being computed and ends it.' : 'Ctrl+C leaves it to those who started it.')
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

function sentenceOf({ message, hint }) {
  return hint ? `${message} ${hint}` : message
}
