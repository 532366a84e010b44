// Plays one minute of goldrush knowing nothing but the wire contract (docs/protocol): a guest account, the handshake, one
// flush as a thin client, a lost socket and a resume. Exits 0 if everything answered as the contract says.
//
//   node handshake.mjs [http://localhost:8080]
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'

const base = process.argv[2] ?? 'http://localhost:8080'
const deviceToken = randomUUID()

const guest = await fetch(`${base}/v1/guests`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ gameId: 'goldrush', deviceToken }),
}).then((answer) => answer.json())
assert.ok(guest.token, 'a guest gets a token')
console.log(`guest ${guest.playerId}`)

/** Opens a socket and hands out what it hears, one message at a time. */
function open() {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/v1/connect`, 'gatehouse.v1.json')
  const heard = []
  const waiting = []
  socket.on('message', (data) => {
    const message = JSON.parse(data)
    waiting.length ? waiting.shift()(message) : heard.push(message)
  })
  const closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: `${reason}` })))
  const next = () => (heard.length ? Promise.resolve(heard.shift()) : new Promise((resolve) => waiting.push(resolve)))
  const expect = async (type) => {
    const message = await next()
    assert.equal(message.type, type, JSON.stringify(message))
    return message
  }
  const say = (message) => socket.send(JSON.stringify(message))
  return { socket, closed, expect, say }
}

const hello = (resume, token = guest.token) => ({
  type: 'hello',
  protocol: 1,
  gameId: 'goldrush',
  token,
  deviceToken,
  client: { version: '1.0.0', logicVersion: 3, patchVersion: 0, platform: 'node', commitId: null },
  resume,
})

const first = open()
const greeting = await first.expect('server-hello')
assert.equal(greeting.magic, 'gatehouse')
first.say(hello(null))
const started = await first.expect('session-started')
console.log(`session ${started.sessionId}: ${started.player.model.gold} gold at tick ${started.player.tick}`)
first.say({ type: 'session-ready' })

// A thin client sends no checksum and gets the difference instead.
first.say({ type: 'flush', seq: 1, ops: [{ action: { code: 100, args: { amount: 3 } } }], checksum: null })
const result = await first.expect('flush-result')
assert.deepEqual(result.results, [{ op: 0, result: 'ok' }])
assert.ok(JSON.stringify(result.patch).includes('/gold'), JSON.stringify(result.patch))
console.log(`dug 3 gold: ${JSON.stringify(result.patch)}`)

// The socket dies without a word; the session does not. The last answer is acknowledged only by position.
first.socket.terminate()
const second = open()
await second.expect('server-hello')
second.say(
  hello({
    sessionId: started.sessionId,
    resumeToken: started.resumeToken,
    epoch: started.epoch,
    received: result.seq,
  }),
)
const resumed = await second.expect('session-resumed')
assert.equal(resumed.sessionId, started.sessionId)
assert.equal(resumed.received, 1)
assert.notEqual(resumed.resumeToken, started.resumeToken, 'resume tokens rotate')
second.say({ type: 'ping', id: 7 })
assert.equal((await second.expect('pong')).id, 7)
console.log('resumed, nothing lost')
second.socket.close(1000)

const intruder = open()
await intruder.expect('server-hello')
const [head, , signature] = guest.token.split('.')
const claims = Buffer.from(JSON.stringify({ sub: 'mallory' })).toString('base64url')
intruder.say(hello(null, `${head}.${claims}.${signature}`))
const refused = await intruder.expect('terminate')
assert.equal(refused.code, 3300)
const end = await intruder.closed
assert.ok(end.code >= 4500 && end.code <= 4999, `${end.code}`)
assert.equal(end.reason, '3300 login_rejected')
console.log(`a tampered token hears ${refused.code} and closes with ${end.code}`)
