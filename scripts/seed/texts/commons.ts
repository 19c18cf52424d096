import { licenceText } from "./licences.ts";
import type { Work } from "./work.ts";

/** Part of a licence's text, from one phrase to the end of another. */
function excerpt(id: string, from: string, to: string): string {
  const text = licenceText(id);
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`The text of ${id} has changed: "${from}" … "${to}" is not in it.`);
  return text.slice(start, end + to.length);
}

const work = (title: string, id: string, from: string, to: string): Work => ({
  title,
  text: excerpt(id, from, to),
  mediaType: "text/plain",
  source: `https://spdx.org/licenses/${id}.html`,
});

/** What stands word for word in countless files and licences: nobody should earn by being the first to hand it in. */
export const commonsWorks: Work[] = [
  work("Warranty disclaimer, MIT style", "MIT", "THE SOFTWARE IS PROVIDED", "DEALINGS IN THE SOFTWARE."),
  work("Warranty disclaimer, BSD style", "BSD-3-Clause", "THIS SOFTWARE IS PROVIDED BY", "POSSIBILITY OF SUCH DAMAGE."),
  work("Warranty disclaimer, ISC style", "ISC", "THE SOFTWARE IS PROVIDED", "PERFORMANCE OF THIS SOFTWARE."),
  work(
    "File header of the Apache License",
    "Apache-2.0",
    "Licensed under the Apache License",
    "limitations under the License.",
  ),
  work(
    "File header of the GNU licences",
    "GPL-3.0-only",
    "This program is free software: you can",
    "for more details.",
  ),
  work(
    "Notice of the Mozilla Public License",
    "MPL-2.0",
    "This Source Code Form is subject to",
    "https://mozilla.org/MPL/2.0/.",
  ),
];
