// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Merkle sum tree
/// @notice leaf = keccak256(payee32 || amount16), 48 bytes; node = keccak256(hl32 || sl16 || hr32 || sr16), 96 bytes. Both children's
/// sums are hashed: Maxwell's original H(sl + sr || hl || hr) is broken (Hu, Zhang, Guo, ePrint 2018/1139). Leaf and node preimages
/// differ in length, so one hash per leaf is enough. An empty slot is (hash 0, sum 0).
library SumTree {
    /// @dev 2^32 leaves are more than an epoch can ever hold; the bound keeps the sums far below 2^256.
    uint256 internal constant MAX_DEPTH = 32;
    uint256 private constant SIBLING_BYTES = 48;

    error SumTree_BadProof();

    /// @notice The root hash and the root sum that a leaf, its index and its siblings imply.
    /// @dev The sum is added in 256 bits and only grows, so the caller's one check `sum == total` (a uint128) also rules out a wrap of
    /// 128 bits on the way up.
    /// @param proof Siblings from the leaf upwards, 48 bytes each: hash || sum.
    /// @param index Position of the leaf, counted from the left; bits beyond the proof's length are refused.
    function climb(bytes calldata proof, uint256 index, bytes32 payee, uint128 amount)
        internal
        pure
        returns (bytes32 hash, uint256 sum)
    {
        uint256 depth = proof.length / SIBLING_BYTES;
        unchecked {
            bool whole = depth * SIBLING_BYTES == proof.length;
            if (!whole || depth > MAX_DEPTH || index >> depth != 0) revert SumTree_BadProof();
        }
        assembly ("memory-safe") {
            // Memory beyond the free pointer is scratch. A half of a node is 48 bytes, hash || sum, and so is a sibling in the proof. A sum
            // is stored shifted to the left; its tail of zeros falls behind the node, or where the sibling is copied to after it.
            let m := mload(0x40)
            mstore(m, payee)
            mstore(add(m, 0x20), shl(128, amount))
            hash := keccak256(m, 0x30)
            sum := and(amount, 0xffffffffffffffffffffffffffffffff)
            let right := add(m, 0x30)
            for {
                let p := proof.offset
                let end := add(p, proof.length)
            } lt(p, end) { p := add(p, 0x30) } {
                let shift := mul(0x30, and(index, 1))
                let own := add(m, shift)
                mstore(own, hash)
                mstore(add(own, 0x20), shl(128, sum))
                calldatacopy(sub(right, shift), p, 0x30)
                hash := keccak256(m, 0x60)
                sum := add(sum, shr(128, calldataload(add(p, 0x20))))
                index := shr(1, index)
            }
        }
    }

    function node(bytes32 hl, uint128 sl, bytes32 hr, uint128 sr) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hl, sl, hr, sr));
    }
}
