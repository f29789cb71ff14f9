// A server without any client, which answers every text.
const { createServer } = require('node:http');

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    response.setHeader('content-type', 'text/xml');
    response.end(`<Response><Message>${new URLSearchParams(body).get('Body')} to you</Message></Response>`);
  });
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log('the server is up'));
process.on('SIGTERM', () => {
  console.log('the server was told to end');
  process.exit(9);
});
