// All that is used of the protocol's own package. The build puts it into the file that is published (tools/bundle-sdk.js), because
// `npx ringback mcp` installs what ringback depends on, and nothing else.
export { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
export { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
