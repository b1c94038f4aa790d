declare const LPF_VERSION: string;

/** The package's version; the build puts it in. */
export const version: string = LPF_VERSION;
