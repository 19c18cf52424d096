/** A trained classifier, as read from its bytes. */
export interface Classifier {
  /** Sorted. */
  labels: string[];
  dimensions: number;
  rows: { id: string; owner: string; label: string }[];
  /** For each label: the weights, and for each row the coefficient of leaving out its owner's rows. */
  weights: Float64Array[];
  coefficients: Float64Array[];
  /** Of each row. */
  features: Float64Array[];
  /** Cholesky factor of the penalised Gram matrix. */
  lower: Float64Array;
}

interface Header {
  format: typeof FORMAT;
  labels: string[];
  dimensions: number;
  rows: Classifier["rows"];
}

const FORMAT = "openledger-classifier-1";
/** Length of the header, little-endian, before it. */
const LENGTH_BYTES = 8;

/**
 * JSON header (its length first, padded with blanks to whole doubles), then little-endian doubles: weights, coefficients,
 * features, factor.
 */
export function encodeClassifier({
  labels,
  dimensions,
  rows,
  weights,
  coefficients,
  features,
  lower,
}: Classifier): Uint8Array {
  const json = JSON.stringify({ format: FORMAT, labels, dimensions, rows } satisfies Header);
  const bytes = new TextEncoder().encode(json);
  const headerLength = Math.ceil(bytes.length / 8) * 8;
  const parts = [...weights, ...coefficients, ...features, lower];
  const doubles = parts.reduce((sum, part) => sum + part.length, 0);
  const model = new Uint8Array(LENGTH_BYTES + headerLength + doubles * 8).fill(
    0x20,
    LENGTH_BYTES,
    LENGTH_BYTES + headerLength,
  );
  const view = new DataView(model.buffer);
  view.setUint32(0, headerLength, true);
  model.set(bytes, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerLength;
  for (const part of parts) {
    for (const value of part) {
      view.setFloat64(at, value, true);
      at += 8;
    }
  }
  return model;
}

/** @throws Error when the bytes are no classifier, or not all of one. */
export function decodeClassifier(model: Uint8Array): Classifier {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  const headerLength = model.length >= LENGTH_BYTES ? view.getUint32(0, true) : model.length;
  const header = readHeader(model.subarray(LENGTH_BYTES, LENGTH_BYTES + headerLength));
  const { labels, dimensions, rows } = header;
  const doubles = labels.length * (dimensions + rows.length) + (rows.length + dimensions) * dimensions;
  if (model.length !== LENGTH_BYTES + headerLength + doubles * 8) {
    throw new Error(
      `the classifier has ${model.length} bytes; its header announces ${LENGTH_BYTES + headerLength + doubles * 8}: fetch it again`,
    );
  }
  let at = LENGTH_BYTES + headerLength;
  const take = (length: number) => {
    const values = new Float64Array(length);
    for (let i = 0; i < length; i++, at += 8) values[i] = view.getFloat64(at, true);
    return values;
  };
  const weights = labels.map(() => take(dimensions));
  const coefficients = labels.map(() => take(rows.length));
  const features = rows.map(() => take(dimensions));
  return { labels, dimensions, rows, weights, coefficients, features, lower: take(dimensions * dimensions) };
}

function readHeader(bytes: Uint8Array): Header {
  try {
    const header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Header;
    if (header.format === FORMAT) return header;
  } catch {
    // Said below: whatever it is, it is no classifier.
  }
  throw new Error(`these bytes are no ${FORMAT}: train the model again`);
}
