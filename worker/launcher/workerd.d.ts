// The package brings no types. It is CommonJS: Node gives what it exports as the default, its own "default" included.
declare module "workerd" {
  const exported: {
    /** Path of the binary for this machine. */
    readonly default: string;
  };
  export default exported;
}
