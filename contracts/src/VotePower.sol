// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5805} from "@openzeppelin/contracts/interfaces/IERC5805.sol";

/// @title VotePower
/// @notice What the governor weighs: votes of OPEN held and votes of OPEN staked, so that stakers, who carry the risk of slashing, have a say. The
/// same token is never counted twice at one time: staked, it is the staking contract's, which delegates nothing.
/// @dev Delegation is done where the tokens are: OPEN.delegate for held, Staking.delegate for staked.
contract VotePower is IERC5805 {
    IERC5805 public immutable held;
    IERC5805 public immutable staked;

    error VotePower_DelegateThere(address held, address staked);

    constructor(IERC5805 held_, IERC5805 staked_) {
        (held, staked) = (held_, staked_);
    }

    function getVotes(address account) external view returns (uint256) {
        return held.getVotes(account) + staked.getVotes(account);
    }

    function getPastVotes(address account, uint256 timepoint) external view returns (uint256) {
        return held.getPastVotes(account, timepoint) + staked.getPastVotes(account, timepoint);
    }

    /// @notice The supply of OPEN: staked OPEN is part of it.
    function getPastTotalSupply(uint256 timepoint) external view returns (uint256) {
        return held.getPastTotalSupply(timepoint);
    }

    /// @notice Whom the account's held OPEN is delegated to.
    function delegates(address account) external view returns (address) {
        return held.delegates(account);
    }

    function clock() external view returns (uint48) {
        return held.clock();
    }

    function CLOCK_MODE() external view returns (string memory) {
        return held.CLOCK_MODE();
    }

    function delegate(address) external view {
        revert VotePower_DelegateThere(address(held), address(staked));
    }

    function delegateBySig(address, uint256, uint256, uint8, bytes32, bytes32) external view {
        revert VotePower_DelegateThere(address(held), address(staked));
    }
}
