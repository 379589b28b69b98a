/** The library ships no types for its worker; only its presence matters to us. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
