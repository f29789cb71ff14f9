/** What is reached without a proxy. */
const LOCAL = 'localhost,127.0.0.1,::1';

/** The variables that lead a program through a proxy and have it trust an authority. What reads which differs from language to language. */
export function makeVariables(url: string, caFile: string): Readonly<Record<string, string>> {
  return {
    // curl and Python prefer the small names.
    HTTPS_PROXY: url,
    https_proxy: url,
    HTTP_PROXY: url,
    http_proxy: url,
    NO_PROXY: LOCAL,
    no_proxy: LOCAL,
    // OpenSSL: Ruby, Python's own modules, Go.
    SSL_CERT_FILE: caFile,
    // Python's requests, which Twilio's client for Python is built on.
    REQUESTS_CA_BUNDLE: caFile,
    // curl and PHP.
    CURL_CA_BUNDLE: caFile,
    NODE_EXTRA_CA_CERTS: caFile,
  };
}

/** Writes variables as a shell takes them. */
export function writeExports(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`)
    .join('');
}
