/** Clauses in words of nobody's licence, for the classifier to label. */
export const familyQuestions: string[] = [
  "Permission is given to use, copy, change and distribute this software for any purpose, without fee, as long as this notice stays in all copies.",
  "If you convey a covered work, you must license the entire work under this licence to anyone who comes into possession of a copy, and offer the corresponding source.",
  "The author waives all copyright and related rights in this work worldwide and places it in the public domain.",
  "You may share and adapt the material in any medium, provided you give appropriate credit, link to the licence and say if changes were made.",
  "Modifications of covered files must be made available in source form under this licence; you may combine them with other files in a larger work under your own terms.",
  "Redistributions in binary form must reproduce the copyright notice, this list of conditions and the disclaimer in the documentation.",
  "Whoever offers the program to users over a network must let all of them receive its complete source code.",
  "The fonts may be bundled and sold with any software, but the fonts themselves may not be sold alone.",
  "You may link this library with a proprietary program if users can replace the library by a modified version of it.",
  "Do whatever you want with it.",
  "The database may be extracted and re-used if its notices are kept and derivative databases are under the same licence.",
  "Neither the name of the copyright holder nor the names of its contributors may be used to endorse products derived from this software.",
];
