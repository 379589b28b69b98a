import yauzl from "yauzl";

/** More than this unpacked is no office paper but a bomb. */
const BIGGEST_UNPACKED = 96 * 1024 * 1024;
const MOST_ENTRIES = 4000;

/** The file unpacks to more than an office paper does. */
export class UnpacksTooBig extends Error {}

/** Inflates the wanted parts of a zip, counting bytes while they come, since the sizes a zip claims may lie. */
export async function unzipped(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<Map<string, string>> {
  const zip = await opened(bytes);
  const parts = new Map<string, string>();
  let total = 0;
  let entries = 0;
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      zip.close();
      reject(error);
    };
    zip.on("error", fail);
    zip.on("end", () => resolve(parts));
    zip.on("entry", (entry: yauzl.Entry) => {
      entries += 1;
      if (entries > MOST_ENTRIES) return fail(new UnpacksTooBig());
      if (!wanted(entry.fileName)) return zip.readEntry();
      if (entry.uncompressedSize > BIGGEST_UNPACKED) return fail(new UnpacksTooBig());
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const chunks: Buffer[] = [];
        stream.on("error", fail);
        stream.on("data", (chunk: Buffer) => {
          total += chunk.length;
          if (total > BIGGEST_UNPACKED) stream.destroy(new UnpacksTooBig());
          else chunks.push(chunk);
        });
        stream.on("end", () => {
          parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
          zip.readEntry();
        });
      });
    });
    zip.readEntry();
  });
}

const opened = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
