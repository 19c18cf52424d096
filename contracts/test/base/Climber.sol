// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SumTree} from "../../src/libraries/SumTree.sol";

/// The library's climb, callable.
contract Climber {
    function climb(bytes calldata proof, uint256 index, bytes32 payee, uint128 amount)
        external
        pure
        returns (bytes32, uint256)
    {
        return SumTree.climb(proof, index, payee, amount);
    }

    /// climb with an uncleaned amount, as no Solidity caller would make it.
    function climbDirty(bytes calldata proof, bytes32 payee, uint256 amount) external pure returns (bytes32, uint256) {
        uint128 dirty;
        assembly ("memory-safe") {
            dirty := amount
        }
        return SumTree.climb(proof, 0, payee, dirty);
    }
}
