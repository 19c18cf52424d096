// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title Timelock
/// @notice Holds every power there is, and uses it 2 days after the governor's queue at the earliest. The governor proposes and cancels, anybody
/// executes, nobody administers.
contract Timelock is TimelockController {
    uint256 public constant MIN_DELAY = 1 days;
    uint256 public constant MAX_DELAY = 30 days;

    error Timelock_OutOfBounds(uint256 delay, uint256 least, uint256 most);

    constructor(address governor) TimelockController(2 days, _only(governor), _only(address(0)), address(0)) {}

    /// @notice Only by the timelock itself; 1 to 30 days.
    function updateDelay(uint256 newDelay) public override {
        if (newDelay < MIN_DELAY || newDelay > MAX_DELAY) revert Timelock_OutOfBounds(newDelay, MIN_DELAY, MAX_DELAY);
        super.updateDelay(newDelay);
    }

    function _only(address who) private pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = who;
    }
}
