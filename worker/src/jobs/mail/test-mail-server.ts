import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface TestMailServer {
  url: string;
  /** Messages taken, as they came over the wire. */
  messages: string[];
  /** Answers to RCPT in turn; `250 OK` once they are used up. */
  recipientAnswers: string[];
  close(): Promise<void>;
}

/** Speaks as much SMTP (RFC 5321) as one delivery needs. */
function converse(socket: Socket, server: Omit<TestMailServer, 'close' | 'url'>): void {
  let pending = '';
  let message: string[] | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') return say(server.recipientAnswers.shift() ?? '250 OK');
    if (verb === 'DATA') {
      message = [];
      return say('354 go ahead');
    }
    return say(verb === 'QUIT' ? '221 bye' : '250 OK');
  };
  const take = (line: string) => {
    if (!message) return command(line);
    if (line !== '.') return void message.push(line);
    server.messages.push(message.join('\n'));
    message = undefined;
    return say('250 taken');
  };
  say('220 test');
  socket.on('error', () => undefined);
  socket.setEncoding('utf8').on('data', (text: string) => {
    const lines = (pending + text).split('\r\n');
    pending = lines.pop() ?? '';
    lines.forEach(take);
  });
}

export async function startMailServer(): Promise<TestMailServer> {
  const state = { messages: [] as string[], recipientAnswers: [] as string[] };
  const server = createServer((socket) => converse(socket, state));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    ...state,
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
