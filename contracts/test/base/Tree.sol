// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// The sum tree's specification, written to be obvious: nodes in one array, root at 1, leaves padded with (0, 0).
struct Tree {
    bytes32[] hash;
    uint128[] sum;
}

library TreeBuilder {
    /// At least two leaves, so that the root has children to open.
    function build(bytes32[] memory payees, uint128[] memory amounts) internal pure returns (Tree memory t) {
        uint256 width = 2;
        while (width < payees.length) width <<= 1;
        (t.hash, t.sum) = (new bytes32[](2 * width), new uint128[](2 * width));
        for (uint256 i; i < payees.length; ++i) {
            t.hash[width + i] = keccak256(abi.encodePacked(payees[i], amounts[i]));
            t.sum[width + i] = amounts[i];
        }
        for (uint256 i = width - 1; i > 0; --i) {
            t.hash[i] = keccak256(abi.encodePacked(t.hash[2 * i], t.sum[2 * i], t.hash[2 * i + 1], t.sum[2 * i + 1]));
            t.sum[i] = t.sum[2 * i] + t.sum[2 * i + 1];
        }
    }

    function proof(Tree memory t, uint256 leaf) internal pure returns (bytes memory p) {
        for (uint256 i = t.hash.length / 2 + leaf; i > 1; i >>= 1) {
            p = abi.encodePacked(p, t.hash[i ^ 1], t.sum[i ^ 1]);
        }
    }
}
