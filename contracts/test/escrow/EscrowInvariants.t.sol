// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {World} from "../base/World.sol";
import {EscrowHandler} from "./EscrowHandler.sol";

contract EscrowInvariantsTest is World {
    EscrowHandler private handler;

    function setUp() public override {
        super.setUp();
        handler = new EscrowHandler(open, escrow);
        open.transfer(address(handler), 1e26);
        handler.endow();
        targetActions(address(handler), handler.actions());
    }

    function invariant_I4_TheBalanceIsTheSumOfAccounts() public view {
        uint256 sum;
        for (uint256 i; i < 6; ++i) {
            sum += escrow.accountOf(handler.payers(i % 3), handler.gateways(i / 3)).balance;
        }
        vm.assertEq(open.balanceOf(address(escrow)), sum);
    }

    function invariant_I5_SpentIsNeverAboveTheHighestSignedLimit() public view {
        for (uint256 i; i < 6; ++i) {
            (address payer, address gateway) = (handler.payers(i % 3), handler.gateways(i / 3));
            vm.assertLe(escrow.accountOf(payer, gateway).spent, handler.highestLimit(payer, gateway));
        }
    }

    function invariant_WhatIsCollectedIsFunded() public view {
        vm.assertEq(settlement.funded(), handler.collected());
    }

    function test_EveryActionOfTheHandlerHappens() public {
        uint256 steps = 300;
        for (uint256 i; i < steps; ++i) {
            handler.step(uint256(keccak256(abi.encode(i))));
        }
        for (uint256 action; action < handler.ACTIONS(); ++action) {
            vm.assertGe(handler.happened(action) * 20, steps, "an action under 5 %");
        }
    }
}
