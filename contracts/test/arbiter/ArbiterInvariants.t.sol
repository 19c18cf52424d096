// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {World} from "../base/World.sol";
import {CourtHandler} from "./CourtHandler.sol";

contract ArbiterInvariantsTest is World {
    CourtHandler private handler;

    function setUp() public override {
        super.setUp();
        handler = new CourtHandler(open, registry, staking, arbiter);
        open.transfer(address(handler), 5e26);
        handler.approve();
        handler.endow();
        targetActions(address(handler), handler.actions());
    }

    function _judge(address arbiterAt) internal pure override returns (address) {
        return arbiterAt;
    }

    /// Nothing sticks to the arbiter: bonds of open cases, and no wei more.
    function invariant_TheBalanceIsTheBondsOfOpenCases() public view {
        vm.assertEq(open.balanceOf(address(arbiter)), handler.bonds());
    }

    function invariant_NoVerdictWithoutTwoThirdsAndNoneRefusedWith() public view {
        vm.assertEq(handler.wrongful(), 0);
    }

    function test_EveryActionOfTheHandlerHappens() public {
        uint256 steps = 300;
        for (uint256 i; i < steps; ++i) {
            handler.step(uint256(keccak256(abi.encode(i))));
        }
        for (uint256 action; action < handler.ACTIONS(); ++action) {
            vm.assertGe(handler.happened(action) * 20, steps, "an action under 5 %");
        }
        invariant_TheBalanceIsTheBondsOfOpenCases();
        invariant_NoVerdictWithoutTwoThirdsAndNoneRefusedWith();
    }
}
