/** What Vite makes of a file that is named with `?worker&url`: the address of its own program. */
declare module '*?worker&url' {
  const url: string;
  export default url;
}
