// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Kind, Split} from "../../src/interfaces/IRegistry.sol";
import {Target} from "../../src/libraries/Target.sol";
import {Timelock} from "../../src/Timelock.sol";
import {VotePower} from "../../src/VotePower.sol";
import {Parliament} from "../base/Parliament.sol";

contract PowerTest is Parliament {
    uint256 private target;

    function setUp() public override {
        super.setUp();
        target = Target.fromId(registry.register(Kind.Model, Split(0, 0, 0, 0), 0, new uint256[](0), ""));
        vm.startPrank(VOTER);
        open.approve(address(staking), type(uint256).max);
        staking.delegate(VOTER);
        vm.stopPrank();
    }

    function _stake(uint128 amount) private {
        vm.prank(VOTER);
        staking.stake(target, amount);
    }

    /// To stake changes nobody's say, at no moment.
    function testFuzz_StakingKeepsVotes(uint128 amount) public {
        amount = uint128(bound(amount, 1, 5e25));
        _stake(amount);
        vm.assertEq(power.getVotes(VOTER), 5e25);
        vm.assertEq(open.getVotes(VOTER), 5e25 - amount);
        uint256 then = block.timestamp;
        _wait(10);
        vm.prank(VOTER);
        staking.unstake(target, amount);
        vm.assertEq(power.getVotes(VOTER), 5e25 - amount); // until it is withdrawn
        vm.assertEq(power.getPastVotes(VOTER, then), 5e25);
        vm.assertEq(power.getPastVotes(VOTER, then - 1), 5e25);
        _wait(14 days);
        vm.prank(VOTER);
        staking.withdraw(target);
        vm.assertEq(power.getVotes(VOTER), 5e25);
    }

    function test_StakersDecide() public {
        _stake(5e25);
        _wait(1);
        Action memory a = _action(address(registry), abi.encodeCall(registry.setMinProtocolBps, (0)));
        _ready(a);
        _execute(a);
        vm.assertEq(registry.minProtocolBps(), 0);
    }

    function test_TheSupplyIsTheTokens() public view {
        vm.assertEq(power.getPastTotalSupply(block.timestamp - 1), 1e27);
        vm.assertEq(power.clock(), block.timestamp);
        vm.assertEq(power.CLOCK_MODE(), "mode=timestamp");
        vm.assertEq(power.delegates(PROPOSER), PROPOSER);
    }

    function test_DelegationIsElsewhere() public {
        bytes memory there =
            abi.encodeWithSelector(VotePower.VotePower_DelegateThere.selector, address(open), address(staking));
        vm.expectRevert(there);
        power.delegate(VOTER);
        vm.expectRevert(there);
        power.delegateBySig(VOTER, 0, 0, 0, 0, 0);
    }

    // --- the timelock ---

    function test_Timelock_RolesAreTheGovernorsOnly() public view {
        vm.assertTrue(timelock.hasRole(timelock.PROPOSER_ROLE(), address(governor)));
        vm.assertTrue(timelock.hasRole(timelock.CANCELLER_ROLE(), address(governor)));
        vm.assertTrue(timelock.hasRole(timelock.EXECUTOR_ROLE(), address(0)));
        vm.assertTrue(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(timelock)));
        vm.assertFalse(timelock.hasRole(timelock.DEFAULT_ADMIN_ROLE(), address(this)));
        vm.assertFalse(timelock.hasRole(timelock.PROPOSER_ROLE(), address(this)));
        vm.assertFalse(timelock.hasRole(timelock.PROPOSER_ROLE(), address(0)));
        vm.assertEq(timelock.getMinDelay(), 2 days);
    }

    function test_Timelock_UpdateDelay_WhenTheCallerIsNotItself_ItReverts() public {
        vm.expectRevert(abi.encodeWithSignature("TimelockUnauthorizedCaller(address)", address(this)));
        timelock.updateDelay(3 days);
    }

    function test_Timelock_UpdateDelay_InItsBounds() public {
        vm.startPrank(address(timelock));
        vm.expectRevert(abi.encodeWithSelector(Timelock.Timelock_OutOfBounds.selector, 1 days - 1, 1 days, 30 days));
        timelock.updateDelay(1 days - 1);
        vm.expectRevert(abi.encodeWithSelector(Timelock.Timelock_OutOfBounds.selector, 30 days + 1, 1 days, 30 days));
        timelock.updateDelay(30 days + 1);
        timelock.updateDelay(1 days);
        timelock.updateDelay(30 days);
        vm.assertEq(timelock.getMinDelay(), 30 days);
    }
}
