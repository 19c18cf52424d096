/** Rough middle of a country, in degrees: [longitude, latitude]. Where compute is commonly sold; others have no dot. */
const points: Record<string, readonly [number, number]> = {
  ...{ US: [-98, 39], CA: [-106, 56], MX: [-102, 23], BR: [-52, -10], AR: [-64, -34], CL: [-71, -33], CO: [-73, 4] },
  ...{ GB: [-2, 54], IE: [-8, 53], FR: [2, 46], ES: [-4, 40], PT: [-8, 39], IT: [12, 43], DE: [10, 51], NL: [5, 52] },
  ...{ BE: [4, 51], LU: [6, 50], CH: [8, 47], AT: [14, 47], CZ: [15, 50], PL: [19, 52], SK: [19, 49], HU: [19, 47] },
  ...{ DK: [10, 56], SE: [16, 62], NO: [9, 61], FI: [26, 64], IS: [-18, 65], EE: [26, 59], LV: [25, 57], LT: [24, 55] },
  ...{ RO: [25, 46], BG: [25, 43], GR: [22, 39], RS: [21, 44], HR: [16, 45], SI: [15, 46], UA: [32, 49], TR: [35, 39] },
  ...{ IL: [35, 31], AE: [54, 24], SA: [45, 24], QA: [51, 25], EG: [30, 27], MA: [-7, 32], NG: [8, 9], KE: [38, 0] },
  ...{ ZA: [24, -29], IN: [79, 22], PK: [69, 30], BD: [90, 24], LK: [81, 7], KZ: [67, 48], GE: [43, 42], AM: [45, 40] },
  ...{ CN: [104, 35], HK: [114, 22], TW: [121, 24], JP: [138, 36], KR: [128, 36], SG: [104, 1], MY: [102, 4] },
  ...{ TH: [101, 15], VN: [108, 16], ID: [113, -3], PH: [122, 12], AU: [134, -25], NZ: [174, -41] },
};

/** Null for a code that is not listed. */
export const countryPoint = (code: string): readonly [longitude: number, latitude: number] | null =>
  points[code] ?? null;
