import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Destination } from './proxy';
import { forwardedHeaders } from './proxy';

function refuse(socket: Duplex, code: number, reason: string): void {
  socket.end(`HTTP/1.1 ${String(code)} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function connect(client: WebSocket, upstream: WebSocket): void {
  upstream.on('message', (data, isBinary) => {
    client.send(data, { binary: isBinary });
  });
  client.on('message', (data, isBinary) => {
    upstream.send(data, { binary: isBinary });
  });
  client.on('close', () => {
    upstream.terminate();
  });
  client.on('error', () => {
    upstream.terminate();
  });
  // A browser must see a lost cluster as an abnormal end, else the SDK does not list anew.
  upstream.on('close', (code) => {
    if (code === 1000) client.close(1000);
    else client.terminate();
  });
}

/** Passes WebSockets on; `close` ends all of them. */
export class WebSocketProxy {
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly upstreams = new Set<WebSocket>();

  /** Answers an upgrade as `target` answers it: with its refusal, or with its messages. */
  passOn(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    { target, token, tls = {} }: Destination,
  ): void {
    const url = new URL(target);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const { authorization } = forwardedHeaders(request.headers, token);
    const headers = authorization === undefined ? {} : { authorization };
    const upstream = new WebSocket(url, { headers, ...tls });
    this.upstreams.add(upstream);
    let answered = false;
    const refuseOnce = (code: number, reason: string): void => {
      if (!answered) refuse(socket, code, reason);
      answered = true;
    };
    upstream.on('unexpected-response', (_request, { statusCode = 502, statusMessage = '' }) => {
      refuseOnce(statusCode, statusMessage);
      upstream.terminate();
    });
    upstream.on('error', () => {
      refuseOnce(502, 'Bad Gateway');
    });
    upstream.on('close', () => this.upstreams.delete(upstream));
    socket.on('close', () => {
      upstream.terminate();
    });
    upstream.on('open', () => {
      answered = true;
      this.server.handleUpgrade(request, socket, head, (client) => {
        connect(client, upstream);
      });
    });
  }

  /** Ends all connections. */
  close(): void {
    for (const client of this.server.clients) client.terminate();
    for (const upstream of this.upstreams) upstream.terminate();
    this.server.close();
  }
}
