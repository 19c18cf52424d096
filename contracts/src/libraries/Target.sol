// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Staking targets
/// @notice target = 2^160 + registry id, so that one 32-byte payee is either an address (below 2^160) or a staking pool.
library Target {
    uint256 internal constant BASE = 1 << 160;

    error Target_NotATarget(uint256 target);

    function fromId(uint256 id) internal pure returns (uint256) {
        return BASE + id;
    }

    /// @notice The registry id behind a target; reverts below 2^160.
    function toId(uint256 target) internal pure returns (uint256) {
        if (target < BASE) revert Target_NotATarget(target);
        return target - BASE;
    }

    function isTarget(bytes32 payee) internal pure returns (bool) {
        return uint256(payee) >= BASE;
    }
}
