import { createServer, get } from 'node:http'
import { browserHeaders } from './serve.mjs'

// A server that does nothing but send: it fetches a page once, and answers everything with those headers and bytes.
const [source = '', port = ''] = process.argv.slice(2)

get(source, { headers: browserHeaders }, (response) => {
  /** @type {Buffer[]} */
  const chunks = []
  response.on('data', (chunk) => chunks.push(chunk))
  response.on('end', () => {
    const body = Buffer.concat(chunks)
    /** @type {string[]} */
    const headers = []
    for (let at = 0; at < response.rawHeaders.length; at += 2) {
      const [name = '', value = ''] = response.rawHeaders.slice(at, at + 2)
      // node:http writes these itself.
      if (!/^(?:date|connection|keep-alive)$/i.test(name)) headers.push(name, value)
    }
    createServer((_, res) => {
      res.writeHead(200, headers)
      res.end(body)
    }).listen(Number(port), '127.0.0.1')
  })
})
