// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

// Where burnt OPEN goes: nobody has its key, and the token has no burn.
address constant BURN = 0x000000000000000000000000000000000000dEaD;
